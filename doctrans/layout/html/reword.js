// Makes the body of the page that is shown that of another version of it, with what its root says
// (language, direction), and tells whether it could: a function of its bytes in base64 and their
// encoding.
//
// To show a page anew takes a browser longer than to lay it out, and what is the same in both stays as
// it is. What is loaded beside pictures, which a browser keeps, would be loaded anew where it is
// exchanged, and when it is there nobody says; and what has the focus when a page is loaded does not
// get it here; and a marquee begins to move anew.
(async (limit, data, encoding) => {
  const OTHERWISE = "link, object, embed, iframe, video, audio, input[type=image], [autofocus], marquee, template[shadowrootmode]";
  const raw = atob(data), bytes = new Uint8Array(raw.length);
  for (let at = 0; at < raw.length; at += 1) bytes[at] = raw.charCodeAt(at);
  const page = new DOMParser().parseFromString(new TextDecoder(encoding).decode(bytes), "text/html");
  if (page.body?.localName !== "body") return false;
  for (const picture of page.querySelectorAll("img[loading=lazy i]")) picture.loading = "eager";  // as in measure.js
  const attributed = (one, other) =>
    one.attributes.length === other.attributes.length
    && [...one.attributes].every(({ name, value }) => other.getAttribute(name) === value);
  const isAlike = (one, other) =>
    one.nodeType === other.nodeType && one.nodeName === other.nodeName
    && one.childNodes.length === other.childNodes.length && one.childNodes.length > 0 && attributed(one, other);
  const imports = (style) => /@import/i.test(style.textContent);
  const isLoaded = (node) => node.nodeType === Node.ELEMENT_NODE
    && (node.matches(OTHERWISE) || node.querySelector(OTHERWISE)
      || [node, ...node.querySelectorAll("style")].some((one) => one.localName === "style" && imports(one)));
  const exchange = (one, other) => {
    if (one.isEqualNode(other)) return true;
    if (one.localName !== "marquee" && isAlike(one, other)) {
      const others = [...other.childNodes];
      return [...one.childNodes].every((child, at) => exchange(child, others[at]));
    }
    if (isLoaded(other)) return false;
    one.replaceWith(document.adoptNode(other));
    return true;
  };
  const root = document.documentElement;
  for (const { name } of [...root.attributes]) {
    if (!page.documentElement.hasAttribute(name)) root.removeAttribute(name);
  }
  for (const { name, value } of page.documentElement.attributes) {
    if (root.getAttribute(name) !== value) root.setAttribute(name, value);
  }
  if (!exchange(document.body, page.body)) return false;
  const pictures = [...document.images].filter((image) => !image.complete);
  const loaded = Promise.all(pictures.map((image) => image.decode().catch(() => {})));
  await Promise.race([loaded, new Promise((done) => setTimeout(done, limit))]);
  return true;
})
