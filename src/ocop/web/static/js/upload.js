// Choosing pages or photos, made smoother: they are shown in order, moved, left out, made smaller, and sent with a bar
// that says how far it is. Without this file the same form is plain file boxes. Nothing chosen is lost while the page
// is open: after a refusal or a broken connection everything is still here, and the form's number makes it act once.

const LONGEST = 3000; // pixels: an A4 page at 250 dots an inch
const HEAVY = 2.5 * 1024 * 1024; // bytes: what a phone's camera makes is often more
const THUMB = 320;
const QUALITY = 0.86;

const upload = document.querySelector("[data-upload]");
const form = upload?.closest("form");
const strip = upload?.querySelector(".thumbs");
const template = upload?.querySelector("template");
const say = (name) => upload.dataset[name] ?? "";
const chosen = []; // { file, item }, in the order of the pages
let underWay = null;

const isPicture = (file) => file.type.startsWith("image/");
const megabytes = (bytes) => (bytes / 1024 / 1024).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1, minimumFractionDigits: 1 });
const status = (words) => { upload.querySelector("[role=status]").textContent = words; };

async function drawn(bitmap, longest) {
  const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  canvas.getContext("2d").drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return canvas;
}

// A picture the browser cannot read stays as it is: the server looks at it and says what is wrong.
async function bitmapOf(file) {
  try {
    return isPicture(file) ? await createImageBitmap(file) : null;
  } catch {
    return null;
  }
}

async function smaller(file, bitmap) {
  const huge = Math.max(bitmap.width, bitmap.height) > LONGEST;
  if (!huge && file.size <= HEAVY) return file;
  const canvas = await drawn(bitmap, LONGEST);
  const blob = await new Promise((done) => { canvas.toBlob(done, "image/jpeg", QUALITY); });
  if (!blob || blob.size >= file.size) return file;
  return new File([blob], file.name.replace(/\.\w+$/, "") + ".jpg", { type: "image/jpeg", lastModified: file.lastModified });
}

async function add(file) {
  if (upload.dataset.most === "1" && chosen.length) act(chosen[0], "leave");
  if (chosen.length >= Number(upload.dataset.most)) return status(say("tooMany"));
  const one = { file, item: template.content.firstElementChild.cloneNode(true) };
  chosen.push(one);
  strip.append(one.item);
  one.item.addEventListener("click", (event) => act(one, event.target.closest("button")?.dataset.act));
  describe();
  const bitmap = await bitmapOf(file);
  if (bitmap) {
    one.file = await smaller(file, bitmap);
    one.item.querySelector(".sheet").replaceChildren(await drawn(bitmap, THUMB));
    bitmap.close();
  }
  describe();
}

function act(one, wanted) {
  const at = chosen.indexOf(one);
  if (!wanted || underWay) return;
  const to = { earlier: at - 1, later: at + 1 }[wanted];
  if (wanted === "leave") {
    chosen.splice(at, 1);
    one.item.remove();
    (chosen[Math.min(at, chosen.length - 1)]?.item ?? upload).querySelector("button, input").focus();
  } else if (to >= 0 && to < chosen.length) {
    chosen.splice(at, 1);
    chosen.splice(to, 0, one);
    const beside = chosen[to + 1]?.item ?? null;
    strip.insertBefore(one.item, beside);
    const button = one.item.querySelector(`[data-act=${wanted}]`);
    describe();
    (button.disabled ? one.item.querySelector("button:not(:disabled)") : button).focus();
  }
  describe();
}

// Every page says its place in words; the first cannot go earlier, the last not later.
function describe() {
  chosen.forEach(({ file, item }, at) => {
    const place = say("page").replace("{n}", at + 1);
    item.querySelector(".place").textContent = place;
    item.querySelector(".name").textContent = `${file.name} · ${megabytes(file.size)} MB`;
    item.querySelectorAll("button .only-read").forEach((words) => { words.textContent = ` – ${place}`; });
    item.querySelector("[data-act=earlier]").disabled = at === 0;
    item.querySelector("[data-act=later]").disabled = at === chosen.length - 1;
  });
  strip.hidden = chosen.length === 0;
  upload.classList.toggle("upload--chosen", chosen.length > 0);
  const bytes = chosen.reduce((sum, one) => sum + one.file.size, 0);
  status(chosen.length ? say("ready").replace("{n}", chosen.length).replace("{mb}", megabytes(bytes)) : "");
}

const bar = upload?.querySelector("progress");
const button = form?.querySelector("[data-send]");

function refuse(words) {
  const box = form.querySelector("[data-refusal]");
  box.querySelector("[data-words]").textContent = words;
  box.hidden = false;
  box.scrollIntoView({ block: "center" });
}

function rest() {
  underWay = null;
  bar.hidden = true;
  button.removeAttribute("aria-disabled");
  describe();
}

function answered(request) {
  const told = request.response;
  if (request.status < 300 && told?.to) {
    location.assign(told.to);
    return;
  }
  rest();
  refuse(told?.fault ?? say(request.status === 413 ? "tooBig" : "strange"));
}

function send(event) {
  event.preventDefault();
  if (underWay) return;
  form.querySelector("[data-refusal]").hidden = true;
  if (!chosen.length) {
    refuse(say("none"));
    return;
  }
  if (chosen.reduce((sum, one) => sum + one.file.size, 0) > 1e6 * Number(upload.dataset.megabytes)) {
    refuse(say("tooBig"));
    return;
  }
  if (!form.reportValidity()) return;
  const content = new FormData(form);
  content.delete(upload.dataset.upload);
  chosen.forEach(({ file }) => content.append(upload.dataset.upload, file, file.name));
  const request = new XMLHttpRequest();
  underWay = request;
  request.open("POST", form.action);
  request.responseType = "json";
  request.setRequestHeader("X-Requested-With", "XMLHttpRequest");
  request.upload.addEventListener("progress", ({ loaded, total }) => {
    bar.value = total ? loaded / total : 0;
    const words = loaded < total ? say("sending") : say("reading");
    status(words.replace("{n}", Math.floor(100 * bar.value)));
  });
  request.addEventListener("load", () => answered(request));
  request.addEventListener("error", () => { rest(); refuse(say("lost")); });
  bar.value = 0;
  bar.hidden = false;
  button.setAttribute("aria-disabled", "true");
  request.send(content);
}

if (upload) {
  upload.classList.add("upload--live");
  upload.querySelectorAll(".upload-way").forEach((way, at) => {
    way.classList.add("button", "button--large", ...(at ? ["button--quiet"] : []));
  });
  upload.querySelectorAll("input[type=file]").forEach((input) => {
    input.required = false;
    input.addEventListener("change", async () => {
      const files = [...input.files];
      input.value = ""; // the same photo may be chosen again after it was left out
      for (const file of files) await add(file);
    });
  });
  form.addEventListener("submit", send);
  window.addEventListener("beforeunload", (event) => {
    if (underWay) event.preventDefault();
  });
}
