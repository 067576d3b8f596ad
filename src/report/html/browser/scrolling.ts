/** A table that is wider than the page can be scrolled by keyboard too, and says what it is. */
const sizes = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth + 1) {
      target.setAttribute('tabindex', '0');
      target.setAttribute('role', 'region');
      target.setAttribute('aria-label', target.querySelector('caption')?.textContent ?? '');
    } else {
      for (const name of ['tabindex', 'role', 'aria-label']) target.removeAttribute(name);
    }
  }
});

export function watchScrolling(part: ParentNode): void {
  for (const element of part.querySelectorAll('.scroll')) sizes.observe(element);
}
