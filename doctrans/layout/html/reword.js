// Puts the body of another version of the page that is shown into the place of its own, with what
// its root says (language, direction), and tells whether it could: a function of its bytes in base64
// and their encoding.
//
// To show a page anew takes a browser longer than to lay it out. What is loaded for a body beside
// pictures, which a browser keeps, would be loaded anew, and when it is there nobody says; and what
// has the focus when a page is loaded does not get it here.
(async (limit, data, encoding) => {
  const OTHERWISE = "link, object, embed, iframe, video, audio, input[type=image], [autofocus], template[shadowrootmode]";
  const bytes = Uint8Array.from(atob(data), (char) => char.charCodeAt(0));
  const page = new DOMParser().parseFromString(new TextDecoder(encoding).decode(bytes), "text/html");
  if (page.body?.localName !== "body" || page.querySelector(`body :is(${OTHERWISE})`)) return false;
  if ([...page.body.querySelectorAll("style")].some((style) => /@import/i.test(style.textContent))) return false;
  const root = document.documentElement;
  for (const { name } of [...root.attributes]) {
    if (!page.documentElement.hasAttribute(name)) root.removeAttribute(name);
  }
  for (const { name, value } of page.documentElement.attributes) {
    if (root.getAttribute(name) !== value) root.setAttribute(name, value);
  }
  document.body.replaceWith(document.adoptNode(page.body));
  const pictures = [...document.images].filter((image) => !image.complete && image.loading !== "lazy");
  const loaded = Promise.all(pictures.map((image) => image.decode().catch(() => {})));
  await Promise.race([loaded, new Promise((done) => setTimeout(done, limit))]);
  return true;
})
