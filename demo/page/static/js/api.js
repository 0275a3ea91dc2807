// Speak to the demo. All addresses are below the page's own, which holds the secret.

/** Read JSON; throw an Error with a sentence if it is refused. */
export async function get(path) {
  return read(await fetch(path));
}

/** Do something as a member: names and values, and files that they refer to by place. */
export async function act(action, fields, files = []) {
  const form = new FormData();
  form.append("payload_json", JSON.stringify(fields));
  files.forEach((file, place) => form.append(`files[${place}]`, file, file.name));
  return read(await fetch(`do/${action}`, { method: "POST", body: form }));
}

/** Turn a switch of the panel. */
export async function flip(fields) {
  return read(await fetch("panel/switch", { method: "POST", body: JSON.stringify(fields) }));
}

async function read(response) {
  const answer = await response.json().catch(() => ({ error: response.statusText }));
  if (!response.ok) throw new Error(answer.error);
  return answer;
}

/**
 * Follow an event stream: `take` gets the names and values that differ, and whether they are all of
 * them (at first, and after every break); `onLost` hears of a break, and whether the demo refused
 * to go on. Return a function that ends it.
 */
export function follow(path, take, onLost = () => {}) {
  let source = null;
  const open = () => {
    source = new EventSource(path);
    let whole = true;
    source.onopen = () => (whole = true);
    source.onmessage = (event) => {
      take(JSON.parse(event.data), whole);
      whole = false;
    };
    source.onerror = () => onLost(source.readyState === EventSource.CLOSED);
  };
  // A browser has six connections for all tabs of the demo: what nobody sees gives its own back.
  const look = () => {
    source?.close();
    if (!document.hidden) open();
  };
  document.addEventListener("visibilitychange", look);
  look();
  return () => {
    document.removeEventListener("visibilitychange", look);
    source?.close();
  };
}
