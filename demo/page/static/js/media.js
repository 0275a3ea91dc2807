// Pictures and files of messages, and the view of one in full size.

import { h, icon } from "./dom.js";
import { CLOSE, BACK, FILE, NEXT } from "./icons.js";
import { spoiler } from "./markdown.js";
import { t } from "./texts.js";

/** Show pictures side by side as Discord does; a press opens one in full size. */
export function gallery(items) {
  const shown = h("div", { class: "gallery", dataset: { count: Math.min(items.length, 10) } });
  shown.append(...items.map((item, place) => tile(items, place)));
  return shown;
}

/** Show one picture of several. Items are `{url, description, width, height, spoiler}`. */
function tile(items, place) {
  const item = items[place];
  const picture = h("img", {
    src: item.url,
    alt: item.description ?? "",
    decoding: "async",
    draggable: "false",
  });
  const button = h(
    "button",
    {
      type: "button",
      class: "tile",
      title: item.description || null,
      "aria-label": item.description || item.url.split("/").at(-1),
      onclick: () => openViewer(items, place),
    },
    picture,
    item.description ? h("span", { class: "alt", "aria-hidden": "true" }, "ALT") : null,
  );
  // The room is kept before the picture is there, so that nothing jumps.
  if (items.length === 1 && item.width && item.height) {
    const scale = Math.min(1, 550 / item.width, 350 / item.height);
    button.style.setProperty("width", `${Math.round(item.width * scale)}px`);
    button.style.setProperty("aspect-ratio", `${item.width} / ${item.height}`);
  }
  return item.spoiler ? spoiler(button) : button;
}

/** Show a small picture beside a text. */
export function thumbnail(item) {
  return h("div", { class: "thumbnail" }, tile([{ ...item, width: null }], 0));
}

/** Show a file by name and size, to be saved. */
export function fileCard(name, size, url) {
  return h(
    "div",
    { class: "file" },
    icon(FILE),
    h(
      "div",
      {},
      h("a", { href: url, download: name }, name),
      size ? h("div", { class: "quiet" }, bytes(size)) : null,
    ),
  );
}

/** Show what is attached to a message: pictures together, then the files. */
export function attachments(files) {
  const isPicture = (file) => file.content_type?.startsWith("image/") && file.width;
  const pictures = files.filter(isPicture);
  return [
    pictures.length
      ? gallery(
          pictures.map((file) => ({ ...file, spoiler: file.filename.startsWith("SPOILER_") })),
        )
      : null,
    ...files
      .filter((file) => !isPicture(file))
      .map((file) => fileCard(file.filename, file.size, file.url)),
  ];
}

/** Write a number of bytes for people. */
export function bytes(size) {
  if (size < 1024) return `${size} B`;
  if (size < 1024 * 1024) return `${(size / 1024).toFixed(1)} KB`;
  return `${(size / 1024 / 1024).toFixed(1)} MB`;
}

function openViewer(items, first) {
  let at = first;
  const picture = h("img", { class: "viewer-picture" });
  const caption = h("p", { class: "viewer-caption", "aria-live": "polite" });
  const original = h("a", { target: "_blank", rel: "noreferrer noopener" }, t("openOriginal"));
  const show = (place) => {
    at = (place + items.length) % items.length;
    picture.src = original.href = items[at].url;
    picture.alt = caption.textContent = items[at].description ?? "";
  };
  const button = (label, path, onclick, kind) =>
    h(
      "button",
      { type: "button", class: `round ${kind}`, "aria-label": label, title: label, onclick },
      icon(path),
    );
  const viewer = h(
    "dialog",
    { class: "viewer", "aria-label": items[first].description || t("openOriginal") },
    button(t("close"), CLOSE, () => viewer.close(), "viewer-close"),
    items.length > 1 ? button(t("previous"), BACK, () => show(at - 1), "viewer-previous") : null,
    h("figure", {}, picture, h("figcaption", {}, caption, original)),
    items.length > 1 ? button(t("next"), NEXT, () => show(at + 1), "viewer-next") : null,
  );
  viewer.addEventListener("click", (event) => {
    if (event.target === viewer || event.target.tagName === "FIGURE") viewer.close();
  });
  viewer.addEventListener("keydown", (event) => {
    if (event.key === "ArrowLeft") show(at - 1);
    if (event.key === "ArrowRight") show(at + 1);
  });
  viewer.addEventListener("close", () => viewer.remove());
  document.body.append(viewer);
  show(first);
  viewer.showModal();
}
