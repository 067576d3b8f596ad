/** A table or drawing that is wider than the page can be scrolled by keyboard too, and says what it is. */
const sizes = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth + 1) {
      target.setAttribute('tabindex', '0');
      target.setAttribute('role', 'region');
      const name =
        target.querySelector('caption')?.textContent ?? target.querySelector('svg')?.getAttribute('aria-label');
      target.setAttribute('aria-label', name ?? '');
    } else {
      for (const name of ['tabindex', 'role', 'aria-label']) target.removeAttribute(name);
    }
  }
});

export function watchScrolling(part: ParentNode): void {
  for (const element of part.querySelectorAll('.scroll')) sizes.observe(element);
}
