// Files on their way: a tray that shows them, and the fields that take them.

import { h, icon, toast } from "./dom.js";
import { CLOSE, FILE } from "./icons.js";
import { bytes } from "./media.js";
import { seen } from "./state.js";
import { t } from "./texts.js";

const MOST = 10;

const GROUPS = {
  image: [".png", ".gif", ".jpg", ".jpeg", ".jfif", ".webp", ".avif"],
  video: [".mp4", ".mov", ".qt", ".webm"],
  audio: [".mp3", ".m4a", ".wav", ".ogg", ".opus", ".flac"],
};

/** Return how the names of files end that a field takes; nothing where it takes all. */
const suffixesOf = (types = []) => types.flatMap((type) => GROUPS[type] ?? [type]);

/** Return those of the files that may go up here; say what is wrong with the others. */
export function accepted(files, already = 0, most = MOST, types = []) {
  const limit = seen.channel?.upload_limit ?? Infinity;
  const suffixes = suffixesOf(types);
  const fitting = [...files].filter((file) => {
    const name = file.name.toLowerCase();
    if (suffixes.length && !suffixes.some((suffix) => name.endsWith(suffix))) {
      toast(`${file.name} ${t("wrongType")} ${suffixes.join(" ")}`);
      return false;
    }
    if (file.size > limit) toast(`${file.name} ${t("tooLarge")} ${bytes(limit)}.`);
    return file.size <= limit;
  });
  if (fitting.length + already > most) toast(t("tooMany"));
  return fitting.slice(0, most - already);
}

/** Let a person choose files. */
export function chooseFiles(multiple, take, types = []) {
  const accept = suffixesOf(types).join(",");
  const input = h("input", { type: "file", multiple, accept, hidden: true });
  input.addEventListener("change", () => take([...input.files]));
  document.body.append(input);
  input.click();
  input.remove();
}

/** Show a file that waits to be sent, with a button that takes it out. */
export function fileChip(file, onremove) {
  const isPicture = /^image\/(png|jpeg|webp|gif|avif|bmp)$/.test(file.type);
  const url = isPicture ? URL.createObjectURL(file) : null;
  const picture = url
    ? h("img", { src: url, alt: "", onload: () => URL.revokeObjectURL(url) })
    : icon(FILE);
  const label = `${t("remove")} ${file.name}`;
  return h(
    "div",
    { class: "chip", title: file.name },
    picture,
    h("span", { class: "chip-name" }, file.name),
    h(
      "button",
      {
        type: "button",
        class: "chip-remove",
        title: label,
        "aria-label": label,
        onclick: onremove,
      },
      icon(CLOSE),
    ),
  );
}

/**
 * Make a form's field for files: pick, paste or drop. `types` are those that it takes, as Discord
 * names them. `field.files` holds what was chosen, `field.add(files)` takes more.
 */
export function fileField({ name, most = 1, types = [] }) {
  const tray = h("div", { class: "tray" });
  const pick = h(
    "button",
    { type: "button", class: "button secondary file-pick" },
    icon(FILE),
    t("chooseFile"),
  );
  const field = h("div", { class: "file-field", dataset: { name } }, tray, pick);
  field.files = [];
  field.add = (files) => {
    field.files.push(
      ...accepted(
        most === 1 ? [...files].slice(0, 1) : files,
        most === 1 ? 0 : field.files.length,
        most,
        types,
      ),
    );
    field.files = field.files.slice(-most);
    show();
  };
  const show = () => {
    tray.replaceChildren(
      ...field.files.map((file) =>
        fileChip(file, () => {
          field.files = field.files.filter((kept) => kept !== file);
          show();
          pick.focus();
        }),
      ),
    );
    field.dispatchEvent(new Event("change", { bubbles: true }));
  };
  pick.addEventListener("click", () => chooseFiles(most > 1, field.add, types));
  takeDrops(field, field.add);
  return field;
}

/** Take files that are dropped on an element. */
export function takeDrops(element, take) {
  const over = (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    element.classList.add("dropping");
  };
  element.addEventListener("dragenter", over);
  element.addEventListener("dragover", over);
  element.addEventListener("dragleave", (event) => {
    if (!element.contains(event.relatedTarget)) element.classList.remove("dropping");
  });
  element.addEventListener("drop", (event) => {
    element.classList.remove("dropping");
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    event.stopPropagation();
    take([...event.dataTransfer.files]);
  });
}
