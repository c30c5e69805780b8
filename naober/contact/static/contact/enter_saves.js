// While somebody talks on the telephone, Enter keeps the note; Shift and Enter begins a new line.
document.querySelectorAll("form[data-enter-saves] textarea").forEach((words) => {
  words.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return
    event.preventDefault()
    words.form.requestSubmit()
  })
})
