// A passkey: the browser asks for a finger, a face or a pin, and tells the site that it was the same one.
// Buttons that need this stay hidden without it.
(function () {
  "use strict";
  const maker = window.PublicKeyCredential;
  if (!maker || !maker.parseCreationOptionsFromJSON) return;

  async function begin(form) {
    const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
    const answer = await fetch(form.dataset.begin, { method: "POST", headers: { "X-CSRFToken": token } });
    const json = await answer.json();
    if (!answer.ok) window.location.assign(json.url);
    return json.publicKey;
  }

  async function ask(form) {
    const options = await begin(form);
    return form.dataset.passkey === "new"
      ? navigator.credentials.create({ publicKey: maker.parseCreationOptionsFromJSON(options) })
      : navigator.credentials.get({ publicKey: maker.parseRequestOptionsFromJSON(options) });
  }

  document.querySelectorAll("form[data-passkey]").forEach(function (form) {
    form.hidden = false;
    form.addEventListener("submit", async function (event) {
      if (form.elements.credential.value) return;
      event.preventDefault();
      try {
        form.elements.credential.value = JSON.stringify((await ask(form)).toJSON());
        form.submit();
      } catch (refused) {
        form.querySelector("[role=status]").textContent = "Dat lukte niet op dit apparaat. Het kan ook met een code.";
      }
    });
  });
})();
