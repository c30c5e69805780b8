// Passes a text on: by the device's own way when there is one, else by copying. Without this the text can
// be selected by hand.
(function () {
  "use strict";
  const text = document.getElementById("deel-tekst");
  const now = document.querySelector("[data-share-now]");
  const copy = document.querySelector("[data-share-copy]");
  const status = document.querySelector("[data-share-status]");
  if (!text) return;

  if (navigator.share) {
    now.hidden = false;
    now.addEventListener("click", function () {
      navigator.share({ text: text.value }).catch(function () {});
    });
  }
  if (navigator.clipboard) {
    copy.hidden = false;
    copy.addEventListener("click", async function () {
      await navigator.clipboard.writeText(text.value);
      status.textContent = "Gekopieerd. Plak het nu in uw groep.";
    });
  }
})();
