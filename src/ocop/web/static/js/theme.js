// Answers the light/dark button without a reload. Without this file the same form asks the server (web/base/theme.py).
const YEAR = 365 * 24 * 3600;

document.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-theme-choice]");
  const theme = event.submitter?.value;
  if (!form || !theme) return;
  event.preventDefault();
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `ocop_theme=${theme}; path=/; max-age=${YEAR}; samesite=lax${secure}`;
  document.documentElement.dataset.theme = theme;
  // The button just pressed is now hidden; the focus goes to its opposite, which took its place.
  form.querySelector(`button:not([value="${theme}"])`).focus();
});
