// What a page's text needs, and what room it has: a function that gives the result as JSON,
// described in model.py, of all boxes or those with some numbers. Nothing of the page is changed
// but that `noscript` is hidden, which readers do not see (that script is switched off makes a
// browser show it), that what is laid out or loaded only once it is scrolled to is there, and that what
// moves is at its end at once.
//
// A box is an element that lays out lines: the nearest one around a text that is not inline.
// Lengths are CSS pixels, of the page and not of the window.
(async (limit, numbers) => {
  const NUMBER = "data-doctrans-token";
  const OPENS = "doctrans ", CLOSES = "/doctrans ";
  const MOST_WORDS = 8;  // widest words of a box that are told
  const ARROW = 20;      // pixels of a drop-down list that are not text
  const BEYOND = 0.5;    // pixels; what reaches less far beyond something does not make it overflow
  const SEEN = 2;        // pixels; what is not larger is there for screen readers
  const SHY = "\u00ad";
  const LETTER = /[\p{L}\p{M}\p{N}]/u;
  // Scripts in which a line may end between any two characters, or that need a dictionary to tell.
  const FREE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Bopomofo}]/u;
  const CONTROLS = "button, input, select, label, legend, summary";

  // Of one width of the window, since style sheets may say it of some only.
  const [sheet = new CSSStyleSheet()] = document.adoptedStyleSheets;
  const condition = `(width: ${innerWidth}px)`;
  if (![...sheet.cssRules].some((rule) => rule.conditionText === condition)) {
    const rules = ["noscript { display: none !important }"];
    for (const element of document.querySelectorAll(`[${NUMBER}]`)) {
      const { contentVisibility, contain } = getComputedStyle(element);
      if (contentVisibility !== "auto") continue;
      // But for its size, what it contains stays contained (CSS Containment 2, 4).
      const kept = contain === "none" ? "; contain: content !important" : "";
      rules.push(`[${NUMBER}="${element.getAttribute(NUMBER)}"] { content-visibility: visible !important${kept} }`);
    }
    sheet.insertRule(`@media ${condition} { ${rules.join(" ")} }`);
    document.adoptedStyleSheets = [sheet];
  }
  // Until one is loaded, or is not to be had, it is as large as its attributes say.
  const lazy = [...document.querySelectorAll("img[loading=lazy i]")];
  for (const picture of lazy) picture.loading = "eager";
  const loaded = Promise.all(lazy.map((picture) => picture.decode().catch(() => {})));
  await Promise.race([loaded, new Promise((done) => setTimeout(done, limit))]);
  // Fonts that do not come are not waited for for long. To ask for what is ready lays out the page.
  await Promise.race([document.fonts.ready, new Promise((done) => setTimeout(done, limit))]);

  for (const moving of document.getAnimations()) {
    try {
      moving.finish();
    } catch {  // it has no end
      moving.cancel();
    }
  }

  // Whatever is asked of an element more than once: most is asked of what is around many boxes.
  const once = (ask) => {
    const known = new Map();
    return (element) => {
      let found = known.get(element);
      if (found === undefined) known.set(element, found = ask(element));
      return found;
    };
  };
  const style = once((element) => getComputedStyle(element));
  const numberOf = (element) =>
    element === document.documentElement ? -1 : Number(element.getAttribute(NUMBER) ?? NaN);
  const wanted = numbers && new Set(numbers);
  const isWanted = (element) => !wanted || wanted.has(numberOf(element));
  const px = (value) => parseFloat(value) || 0;

  const isInline = once((element) => {
    const display = style(element).display;
    return display === "inline" || display === "contents" || display.startsWith("ruby");
  });
  const boxOf = (text) => {
    let element = text.parentElement;
    while (element && element !== document.body && isInline(element)) element = element.parentElement;
    return element;
  };

  // The page's own coordinates.
  const [across, down] = [scrollX, scrollY];
  const placed = (rect) => ({
    left: rect.left + across, top: rect.top + down,
    right: rect.right + across, bottom: rect.bottom + down,
  });
  const union = (rects) => {
    let left = Infinity, top = Infinity, right = -Infinity, bottom = -Infinity;
    for (const one of rects) {
      if (one.left < left) left = one.left;
      if (one.top < top) top = one.top;
      if (one.right > right) right = one.right;
      if (one.bottom > bottom) bottom = one.bottom;
    }
    return { left, top, right, bottom };
  };
  const frameOf = once((element) => placed(element.getBoundingClientRect()));
  const padding = once((element) => {
    const rect = frameOf(element);
    const left = rect.left + element.clientLeft, top = rect.top + element.clientTop;
    return { left, top, right: left + element.clientWidth, bottom: top + element.clientHeight };
  });
  const beyond = (text, room) => [
    Math.max(0, text.right - room.right, room.left - text.left),
    Math.max(0, text.bottom - room.bottom, room.top - text.top),
  ];

  let canvas = null;  // which most pages do without
  const typed = (text, element) => {
    canvas ??= document.createElement("canvas").getContext("2d");
    const of = style(element);
    canvas.font = of.font || `${of.fontStyle} ${of.fontWeight} ${of.fontSize} ${of.fontFamily}`;
    canvas.letterSpacing = of.letterSpacing === "normal" ? "0px" : of.letterSpacing;
    const cased = { uppercase: text.toUpperCase(), lowercase: text.toLowerCase() }[of.textTransform];
    return canvas.measureText(cased ?? text).width;
  };
  const hyphen = once((element) => typed("-", element));

  const boxes = new Map();
  const box = (element) => {
    if (!boxes.has(element)) {
      boxes.set(element, {
        rects: [], chopped: [], words: new Map(), segments: new Set(),
      });
    }
    return boxes.get(element);
  };

  const range = document.createRange();
  const rectsOf = (node, start, end) => {
    range.setStart(node, start);
    range.setEnd(node, end);
    const rects = range.getClientRects(), found = [];
    for (let at = 0; at < rects.length; at += 1) {
      const { x, y, width, height } = rects[at];
      if (width > 0 && height > 0) {
        found.push({ left: x + across, top: y + down, right: x + width + across, bottom: y + height + down });
      }
    }
    return found;
  };
  const below = (one, other) => other.top + other.bottom > 2 * one.bottom;  // its middle is

  // Whether a line that ends between two characters chops a word.
  const chops = (before, after) =>
    LETTER.test(before) && LETTER.test(after) && !(FREE.test(before) || FREE.test(after));

  const isChopped = (node, start, word) => {
    let previous = null, before = "";
    let at = start;
    for (const char of word) {
      // The hyphen that ends a line belongs to the character behind it, whose own place comes last.
      const rect = rectsOf(node, at, at + char.length).at(-1);
      if (rect && previous && below(previous, rect) && chops(before, char)) return true;
      if (rect) previous = rect;
      before = char;
      at += char.length;
    }
    return false;
  };

  const total = (rects) => {
    let sum = 0;
    for (const one of rects) sum = sum + one.right - one.left;
    return sum;
  };
  // The width below which a word cannot be set: of its widest part, hyphen included.
  const least = (node, start, word, rects) => {
    if (!word.includes(SHY)) return total(rects);
    let widest = 0, at = start;
    for (const part of word.split(SHY)) {
      widest = Math.max(widest, total(rectsOf(node, at, at + part.length)) + hyphen(node.parentElement));
      at += part.length + SHY.length;
    }
    return widest;
  };

  const WORD = /\S+/g;
  let last = null;  // the word before, if nothing ended it but tags
  const read = (node, into) => {
    const data = node.data;
    WORD.lastIndex = 0;
    for (let match = WORD.exec(data); match; match = WORD.exec(data)) {
      const word = match[0], start = match.index;
      const rects = rectsOf(node, start, start + word.length);
      if (!rects.length) continue;
      for (const one of rects) into.rects.push(one);
      const joined = last && last.into === into && start === 0 && last.isOpen;
      if (joined && below(last.rect, rects[0]) && chops(last.word.at(-1), [...word][0])) {
        into.chopped.push(last.word + word);
      }
      const several = rects.length > 1 && rects.some((r) => below(rects[0], r));
      if (several && isChopped(node, start, word)) into.chopped.push(word);
      into.words.set(word, Math.max(least(node, start, word, rects), into.words.get(word) ?? 0));
      last = { into, word, rect: rects.at(-1), isOpen: start + word.length === data.length };
    }
  };

  const ENDS_WORDS = "br, wbr, img, hr, input, select, textarea, object, video, audio, canvas, svg, iframe";
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });

  // Elements that are neither in a wanted box nor around one, of which nothing is asked.
  const passed = () => {
    if (!wanted) return () => false;
    const own = new Set([...document.querySelectorAll(`[${NUMBER}]`)].filter(isWanted));
    const near = new Set();
    for (const element of own) {
      for (let one = element; one && !near.has(one); one = one.parentElement) near.add(one);
    }
    const isWithin = once((element) => own.has(element) || (!!element.parentElement && isWithin(element.parentElement)));
    return (node) => node.nodeType === Node.ELEMENT_NODE && !near.has(node) && !isWithin(node);
  };
  // Filters of a walker do not run where script is switched off.
  const nodes = () => {
    const isPassed = passed(), found = [];
    // Of all the page: where no tag begins the body, comments before its first words are outside it.
    const walker = document.createTreeWalker(
      document, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_COMMENT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node;) {
      if (!isPassed(node)) {
        found.push(node);
        node = walker.nextNode();
        continue;
      }
      while (!(node = walker.nextSibling()) && walker.parentNode());
    }
    return found;
  };

  const walk = () => {
    const open = [];
    for (const node of nodes()) {
      if (node.nodeType === Node.ELEMENT_NODE) {
        if (node.matches(ENDS_WORDS) || !isInline(node)) last = null;
        continue;
      }
      if (node.nodeType === Node.COMMENT_NODE) {
        if (node.data.startsWith(OPENS)) open.push(node.data.slice(OPENS.length));
        if (node.data.startsWith(CLOSES)) open.splice(open.lastIndexOf(node.data.slice(CLOSES.length)), 1);
        continue;
      }
      const parent = node.parentElement;
      if (!node.data.trim()) {
        if (node.data) last = null;
        continue;
      }
      if (!parent || parent.closest("svg, math, textarea, script, style")) continue;
      const list = parent.closest("select");
      const element = list ?? boxOf(node);
      if (!element || !isWanted(element) || !isSeen(element)) {
        last = null;
        continue;
      }
      const into = box(element);
      if (open.length) into.segments.add(open.at(-1));
      if (!list) read(node, into);
    }
    for (const control of document.body.querySelectorAll("input, select")) {
      if (control.type !== "hidden" && isWanted(control) && isSeen(control)) box(control);
    }
  };

  const shown = (control) => {
    if (control.localName === "select") {
      return [...control.options].map((option) => option.label.trim());
    }
    return [control.value || control.placeholder || ""];
  };

  // Of an element whose text is not in the page's tree.
  const controlled = (element) => {
    const of = style(element);
    const room = { ...padding(element) };
    const arrow = element.localName === "select" && of.appearance !== "none" && element.size < 2 ? ARROW : 0;
    room.left += px(of.paddingLeft);
    room.right -= px(of.paddingRight) + arrow;
    const texts = shown(element).filter((text) => text.trim());
    const width = Math.max(0, ...texts.map((text) => typed(text, element)));
    const over = Math.max(0, width - (room.right - room.left));
    return {
      text: width && { left: room.left, right: room.left + width, top: room.top, bottom: room.bottom },
      room, over: [over, 0], lines: width ? 1 : 0, hidden: over > 0,
    };
  };

  const lined = (rects) => {
    rects.sort((one, other) => one.top - other.top || one.left - other.left);
    let lines = 0, bottom = -Infinity;
    for (const rect of rects) {
      if (rect.top + rect.bottom > 2 * bottom) lines += 1, bottom = rect.bottom;
    }
    return lines;
  };

  const flowing = (element, into) => {
    const room = padding(element);
    const text = into.rects.length ? union(into.rects) : null;
    return { text, room, over: text ? beyond(text, room) : [0, 0], lines: lined(into.rects) };
  };

  const CUTS = /paint|content|strict/;  // of what an element contains (CSS Containment 2, 3.4)
  const clips = (overflow) => overflow === "hidden" || overflow === "clip";
  const scrolls = (overflow) => overflow === "auto" || overflow === "scroll";

  const overflowing = once((element) => {
    const of = style(element);
    const isContained = !isInline(element) && CUTS.test(of.contain);
    return {
      clips: [isContained || clips(of.overflowX), isContained || clips(of.overflowY)], scrolls: [scrolls(of.overflowX), scrolls(of.overflowY)],
      position: of.position,
      isCut: of.clip !== "auto" && of.position === "absolute",
    };
  });

  // What of a text is cut off by the elements around it, and whether any of it is seen.
  const cut = (element, text) => {
    const lost = [0, 0];
    let seen = { ...text };
    const free = [false, false];  // below an element that scrolls nothing is cut off
    for (let around = element; around && around !== document.body; around = around.parentElement) {
      const of = overflowing(around);
      const room = padding(around);
      const over = beyond(text, room);
      for (let axis = 0; axis < 2; axis += 1) {
        if (of.scrolls[axis]) free[axis] = true;
        if (of.clips[axis] && !free[axis]) {
          lost[axis] = Math.max(lost[axis], over[axis]);
          const [low, high] = axis ? ["top", "bottom"] : ["left", "right"];
          seen[low] = Math.max(seen[low], room[low]);
          seen[high] = Math.min(seen[high], room[high]);
        }
      }
      if (of.isCut) seen = { left: 0, right: 0, top: 0, bottom: 0 };
      if (of.position === "fixed") break;
    }
    const of = style(element);
    if (of.textOverflow !== "clip" && of.overflowX !== "visible") {
      lost[0] = Math.max(lost[0], element.scrollWidth - element.clientWidth);
    }
    const isSeen = seen.right - seen.left > SEEN && seen.bottom - seen.top > SEEN && seen.right > 0 && seen.bottom > 0;
    return { lost, isSeen };
  };

  const isTurned = once((element) => {
    const of = style(element);
    if (of.rotate !== "none" || of.scale !== "none") return true;
    const matrix = of.transform === "none" ? null : new DOMMatrix(of.transform);
    if (matrix && (matrix.a !== 1 || matrix.b || matrix.c || matrix.d !== 1)) return true;
    return element.parentElement ? isTurned(element.parentElement) : false;
  });
  const declined = (element) => {
    if (style(element).writingMode !== "horizontal-tb") return "its text is set vertically";
    if (element.closest("marquee")) return "its text moves";
    return isTurned(element) ? "its text is turned or scaled" : "";
  };

  const containers = new Map();
  const scrolling = [];  // those that a reader can scroll sideways
  const container = (element) => {
    const number = numberOf(element);
    if (Number.isNaN(number) || containers.has(number)) return number;
    const of = style(element);
    const root = element === document.documentElement;
    const width = root ? innerWidth : element.clientWidth;
    const sideways = Math.max(0, element.scrollWidth - width);
    const down = root || scrolls(of.overflowY) || of.overflowY === "clip"
      ? 0 : Math.max(0, element.scrollHeight - element.clientHeight);
    containers.set(number, [sideways, down]);
    if (!root && scrolls(of.overflowX)) scrolling.push(number);
    return number;
  };
  // Inline elements and rows have no width of their own, and a body is the page.
  const hasWidth = once((element) =>
    !isInline(element) && element !== document.body && !/^table-(row|header|footer|column)/.test(style(element).display));
  // What in an element reaches beyond it sideways, of what stands in it directly: at the end of
  // lines, since nobody scrolls back from their start. Nothing, if something deeper in it reaches farther.
  const reaching = once((element) => {
    const root = element === document.documentElement;
    const room = root ? { left: 0, right: innerWidth } : padding(element);
    const { direction, paddingLeft, paddingRight } = style(element);
    const past = (frame) => direction === "rtl" ? room.left - frame.left : frame.right - room.right;
    const frames = [...(root ? document.body : element).children]
      .filter((child) => style(child).position !== "fixed").map(frameOf)
      .filter((frame) => past(frame) > BEYOND);
    const most = Math.max(0, ...frames.map(past)) + px(direction === "rtl" ? paddingLeft : paddingRight);
    return most + 1 < containers.get(numberOf(element))[0] ? [] : frames;
  });
  // Whether all that reaches beyond an element is above or below something in it.
  const isApart = (element, child) => {
    const frame = frameOf(child);
    return reaching(element).length > 0 && frame.bottom > frame.top
      && reaching(element).every((one) => one.bottom <= frame.top || frame.bottom <= one.top);
  };
  const around = (element) => {
    const found = [], apart = [];
    let child = element;
    for (let one = element.parentElement; one; one = one.parentElement) {
      const number = hasWidth(one) ? container(one) : NaN;
      if (!Number.isNaN(number)) {
        found.push(number);
        if (containers.get(number)[0] && isApart(one, child)) apart.push(number);
      }
      if (hasWidth(one) && overflowing(one).position === "fixed") break;
      if (one !== document.body) child = one;
    }
    return { around: found, apart };
  };

  const kindOf = (element) => {
    if (style(element).display === "table-cell") return "cell";
    if (element.matches(CONTROLS) || element.getAttribute("role") === "button") return "control";
    return element.localName === "a" ? "control" : "text";
  };

  // Of all that is in a control, icons too.
  const filled = (element) => {
    range.selectNodeContents(element);
    return range.getBoundingClientRect().height;
  };

  const heightOf = once((row) => row.getBoundingClientRect().height);
  const described = (element, into) => {
    const number = numberOf(element);
    if (Number.isNaN(number) || number < 0) return null;  // lines of the page itself
    const isControl = element.matches("input, select");
    const found = isControl ? controlled(element) : flowing(element, into);
    if (!found.text) return null;
    const { lost, isSeen } = cut(element, found.text);
    if (found.hidden) lost[0] = Math.max(lost[0], found.over[0]);
    const of = style(element);
    const frame = frameOf(element);
    const kind = kindOf(element);
    const row = kind === "cell" ? element.closest("tr") : null;
    const height = row ? heightOf(row) : frame.bottom - frame.top;
    const inner = isControl
      ? found.room.right - found.room.left
      : element.clientWidth - px(of.paddingLeft) - px(of.paddingRight);
    return {
      number, kind, name: element.localName,
      frame: [frame.left, frame.top, frame.right, frame.bottom],
      room: [inner, (row ? height - (frame.bottom - frame.top) : 0) + element.clientHeight - px(of.paddingTop) - px(of.paddingBottom)],
      need: [found.text.right - found.text.left, found.text.bottom - found.text.top],
      over: found.over, lost, lines: found.lines, chopped: into.chopped,
      words: [...into.words].sort((one, other) => other[1] - one[1]).slice(0, MOST_WORDS),
      row: height, filled: kind === "control" ? filled(element) : 0,
      ...around(element), segments: [...into.segments], editable: !isControl,
      nowrap: /nowrap|^pre$/.test(of.whiteSpace) || isControl, seen: isSeen, declined: declined(element),
    };
  };

  walk();
  const found = [...boxes].map(([element, into]) => described(element, into)).filter(Boolean);
  const root = document.documentElement;
  container(root);
  return JSON.stringify({
    width: innerWidth,
    size: [root.scrollWidth, Math.max(root.scrollHeight, document.body.scrollHeight)],
    boxes: found,
    containers: [...containers], scrolling,
  });
})
