// One tap copies a text; without this script a person selects it in the field above the button.
for (const button of document.querySelectorAll("[data-copy]")) {
  const label = button.querySelector(".kern-label");
  const before = label.textContent;
  button.addEventListener("click", async () => {
    const field = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      field.focus();
      field.select();
      if (!document.execCommand("copy")) return;
    }
    label.textContent = button.dataset.copied;
    setTimeout(() => (label.textContent = before), 4000);
  });
}
