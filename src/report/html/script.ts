/**
 * The only script of the page: filters the sample pages. It reads what the page says and hides
 * elements; it writes no markup. Without it all samples are shown, and the form is not.
 */
export const filterScript = `
const form = document.querySelector('#filter');
if (form) {
  const pages = [...document.querySelectorAll('.sample-page')].map((page) => ({
    page,
    site: page.dataset.site,
    kinds: page.dataset.kinds.split(' '),
    reasons: page.dataset.reasons.split(' '),
    text: page.textContent.toLowerCase(),
  }));
  const status = document.querySelector('#filter-status');
  const show = () => {
    const wanted = new FormData(form);
    const words = wanted.get('words').toLowerCase();
    const [site, kind, reason] = ['site', 'kind', 'reason'].map((name) => wanted.get(name));
    let shown = 0;
    for (const { page, ...has } of pages) {
      const fits =
        has.text.includes(words) &&
        (site === '' || has.site === site) &&
        (kind === '' || has.kinds.includes(kind)) &&
        (reason === '' || has.reasons.includes(reason));
      page.hidden = !fits;
      if (fits) shown++;
    }
    status.textContent = shown + ' of ' + pages.length + ' pages shown';
  };
  form.addEventListener('input', show);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.hidden = false;
  show();
}
`;
