(() => {
  "use strict";
  document.documentElement.classList.add("js");

  const form = document.querySelector("form.filters");
  const shown = document.getElementById("shown");
  const rows = [...document.querySelectorAll("#requirement-table tbody tr")].map((row) => ({
    row,
    text: row.textContent.toLowerCase(),
  }));

  const filter = () => {
    const words = form.elements.text.value.toLowerCase().split(/\s+/).filter(Boolean);
    const chosen = ["standing", "level", "operation", "group"].map((name) => [name, form.elements[name].value]);
    let count = 0;
    for (const { row, text } of rows) {
      const isShown =
        chosen.every(([name, value]) => value === "" || row.dataset[name] === value) &&
        words.every((word) => text.includes(word));
      row.hidden = !isShown;
      if (isShown) count++;
    }
    shown.textContent = count === rows.length ? `All ${rows.length} shown` : `${count} of ${rows.length} shown`;
  };

  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.querySelector("button").addEventListener("click", () => {
    form.reset();
    filter();
  });
  filter();

  for (const cell of document.querySelectorAll(".matrix a"))
    cell.addEventListener("click", () => {
      form.reset();
      form.elements.operation.value = cell.dataset.operation;
      form.elements.group.value = cell.dataset.group;
      filter();
    });

  const announcer = document.getElementById("announcer");
  const select = (element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  };
  const copy = async (code) => {
    try {
      await navigator.clipboard.writeText(code.textContent);
      return true;
    } catch {
      select(code);
      return document.execCommand("copy");
    }
  };
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("button.copy");
    if (!button) return;
    const isCopied = await copy(button.previousElementSibling);
    button.textContent = isCopied ? "Copied" : "Selected";
    announcer.textContent = isCopied ? "Copied" : "Selected: press Control and C to copy";
    setTimeout(() => (button.textContent = "Copy"), 2000);
  });

  const unfold = () => {
    const target = document.getElementById(location.hash.slice(1));
    for (let details = target?.closest("details"); details; details = details.parentElement.closest("details"))
      details.open = true;
    if (target?.closest("details")) target.scrollIntoView();
  };
  addEventListener("hashchange", unfold);
  unfold();

  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    for (const details of folded) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of folded) details.open = false;
  });
})();
