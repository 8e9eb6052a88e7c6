/* The map of a unit: drawn after the page is there, from the table beside it. Without this file the table stands alone.

   [data-map] holds the addresses; rows [data-code][data-level] colour the units, [data-lat] items are points. */
const box = document.querySelector("[data-map]");

const load = (tag, more) => new Promise((done, failed) => {
  const element = Object.assign(document.createElement(tag), more);
  element.onload = done;
  element.onerror = failed;
  document.head.append(element);
});

/* TopoJSON to rings of [lat, lng]: arcs are differences on a grid; a negative number runs its arc backwards. */
function shapes(topology) {
  const { scale: [sx, sy], translate: [tx, ty] } = topology.transform;
  const arcs = topology.arcs.map((arc) => {
    let x = 0, y = 0;
    return arc.map(([dx, dy]) => [(y += dy) * sy + ty, (x += dx) * sx + tx]);
  });
  const ring = (numbers) => numbers.flatMap((number, at) => {
    const line = number < 0 ? [...arcs[~number]].reverse() : arcs[number];
    return at ? line.slice(1) : line;
  });
  return topology.objects.units.geometries.map((one) => ({
    code: one.id,
    rings: one.type === "Polygon" ? one.arcs.map(ring) : one.arcs.map((part) => part.map(ring)),
  }));
}

async function draw() {
  const { script, style, boundaries, code } = box.dataset;
  const [topology] = await Promise.all([
    fetch(boundaries).then((answer) => answer.json()),
    load("link", { rel: "stylesheet", href: style }),
    load("script", { src: script }),
  ]);
  const L = window.L;
  box.classList.add("ready");
  const map = L.map(box, { attributionControl: false, zoomSnap: 0.25, scrollWheelZoom: false });
  const whole = L.featureGroup(), own = L.featureGroup();
  for (const { code: id, rings } of shapes(topology)) {
    const row = document.querySelector(`tr[data-code="${id}"]`);
    const shape = L.polygon(rings, { className: `map-unit map-${row?.dataset.level ?? "none"}`, weight: 1 });
    shape.addTo(whole);
    if (id === code) shape.addTo(own);
    if (!row) continue;
    const words = document.createElement("span");
    words.append(Object.assign(document.createElement("b"), { textContent: row.dataset.name }), `: ${row.dataset.said}`);
    shape.bindTooltip(words, { sticky: true });
    const link = row.querySelector("a[href]");
    shape.on("click", () => link && location.assign(link.href));
    for (const [from, to] of [["mouseenter", "mouseleave"], ["focusin", "focusout"]]) {
      row.addEventListener(from, () => { shape.getElement()?.classList.add("pointed"); shape.bringToFront(); });
      row.addEventListener(to, () => shape.getElement()?.classList.remove("pointed"));
    }
  }
  map.fitBounds((own.getLayers().length ? own : whole).getBounds(), { padding: [12, 12] });
  map.setMinZoom(map.getZoom() - 1);
  whole.addTo(map);
  for (const [words, ...at] of topology.labels) {
    L.marker(at, { icon: L.divIcon({ className: "map-label", html: words, iconSize: [150, 20] }), interactive: false, keyboard: false }).addTo(map);
  }
  for (const item of document.querySelectorAll("[data-lat]")) {
    const words = Object.assign(document.createElement("span"), { textContent: item.textContent.trim() });
    L.circleMarker([+item.dataset.lat, +item.dataset.lng], { className: "map-point", radius: 6, weight: 2 })
      .bindTooltip(words).addTo(map);
  }
}

if (box) {
  const begin = () => (window.requestIdleCallback ?? setTimeout)(() => draw().catch((fault) => { console.error(fault); box.remove(); }));
  document.readyState === "complete" ? begin() : addEventListener("load", begin);
}
