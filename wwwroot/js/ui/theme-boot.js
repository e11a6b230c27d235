// Classic script in the head of every page: the chosen theme is set before the first paint.
(() => {
  try {
    const theme = localStorage.getItem("speechscoop-theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  } catch { /* storage is refused: the system's theme applies */ }
})();
