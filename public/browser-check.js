// Written for any browser: shows the notice of the sign-in page where the application itself can't run.
// `oklch()` came with Chrome 111, the oldest browser that the framework supports.
function noticeOldBrowser() {
  var fits = 'CSS' in window && CSS.supports('color', 'oklch(50% 0 0)');
  var notice = document.getElementById('old-browser');
  if (!fits && notice) notice.removeAttribute('hidden');
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', noticeOldBrowser);
else noticeOldBrowser();
