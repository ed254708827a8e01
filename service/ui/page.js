/* What the page does by itself: light and dark, Ctrl+Enter, the copy button, and the light that links a line to its source. */
(() => {
  "use strict";
  const one = (selector) => document.querySelector(selector);
  const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];
  const LINES = "#result .headline, #result .lead, #result .points li, #result .quote, #result .figures div, #result .notice li, #result .small li";

  /* Light and dark: the system's choice until the reader makes one */
  const chosen = () => { try { return localStorage.getItem("depeche-theme"); } catch { return null; } };
  const dress = () => {
    const dark = (chosen() || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
    document.body.classList.toggle("dark", dark);
  };
  const change = () => {
    const next = document.body.classList.contains("dark") ? "light" : "dark";
    try { localStorage.setItem("depeche-theme", next); } catch { /* a private window keeps nothing */ }
    document.body.classList.toggle("dark", next === "dark");
  };
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", dress);

  /* A line of the brief and the sentences it came from light each other */
  const numbers = (line) => all('a[href^="#s"]', line).map((a) => a.getAttribute("href").slice(2));
  const lineOf = (node) => node.closest?.(LINES);
  const pairOf = (node) => node.closest?.("#texts .pair");
  const dark = () => all("#result .lit, #texts .lit").forEach((node) => node.classList.remove("lit"));
  const light = (node) => {
    const line = lineOf(node), pair = pairOf(node);
    if (!line && !pair) return false;
    const wanted = new Set(line ? numbers(line) : [pair.dataset.n]);
    if (!wanted.size) return false;
    dark();
    (line || pair).classList.add("lit");
    all("#texts .pair").forEach((p) => wanted.has(p.dataset.n) && p.classList.add("lit"));
    if (pair) all(LINES).forEach((l) => numbers(l).some((n) => wanted.has(n)) && l.classList.add("lit"));
    return line ? "line" : "pair";
  };
  const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
  const reveal = (node) => {
    if (!node) return;
    const box = one("#texts");
    const own = box && box.contains(node) && box.scrollHeight > box.clientHeight + 4 && getComputedStyle(box).overflowY === "auto";
    if (!own) return node.scrollIntoView({ block: "nearest", behavior: calm() });
    const top = node.getBoundingClientRect().top - box.getBoundingClientRect().top;
    if (top < 0 || top > box.clientHeight - 80) box.scrollBy({ top: top - box.clientHeight / 3, behavior: calm() });
  };
  let resting;
  document.addEventListener("mouseover", (event) => {
    clearTimeout(resting);
    const what = light(event.target);
    if (!what) return void (resting = setTimeout(dark, 250));
    if (what === "line" && matchMedia("(min-width: 56.01rem)").matches) resting = setTimeout(() => reveal(one("#texts .pair.lit")), 180);
  });
  document.addEventListener("focusin", (event) => {
    if (light(event.target) === "line") reveal(one("#texts .pair.lit"));
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href^="#s"]');
    if (link && lineOf(link)) {
      event.preventDefault();
      light(link);
      const pair = document.getElementById(link.getAttribute("href").slice(1));
      pair?.scrollIntoView({ block: "center", behavior: calm() });
      pair?.querySelector(".no")?.focus({ preventScroll: true });
      return;
    }
    if (event.target.closest?.("#texts .no")) {
      light(event.target);
      reveal(one("#result .lit"));
      return;
    }
    light(event.target);
  });

  /* Copy, theme, and how much text stands in the box */
  document.addEventListener("click", async (event) => {
    if (event.target.closest?.("#theme")) change();
    const button = event.target.closest?.("[data-copy]");
    if (!button) return;
    const said = button.textContent;
    try { await navigator.clipboard.writeText(button.dataset.copy); button.textContent = "Copied"; }
    catch { button.textContent = "Your browser does not allow copying"; }
    setTimeout(() => { button.textContent = said; }, 1600);
  });
  let counting;
  document.addEventListener("input", (event) => {
    if (!event.target.closest?.("#source")) return;
    clearTimeout(counting);
    counting = setTimeout(() => {
      const words = (event.target.value.match(/\S+/g) || []).length, shown = one("#count");
      if (shown) shown.textContent = words ? `${words.toLocaleString("en")} words. Ctrl + Enter makes the brief.` : "Ctrl + Enter makes the brief.";
    }, 200);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.closest?.("#source")) {
      event.preventDefault();
      one("#go")?.click();
    }
  });
  if (document.body) dress(); else document.addEventListener("DOMContentLoaded", dress);
  addEventListener("load", dress);
})();
