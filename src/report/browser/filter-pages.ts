/**
 * Makes the form above the sample pages filter them. It reads what the page says and hides
 * elements; it writes no markup. Without it all samples are shown, and the form is not.
 */
export function filterPages(): void {
  const form = document.querySelector<HTMLFormElement>('#filter');
  const status = document.querySelector('#filter-status');
  if (form === null || status === null) return;
  const pages = [...document.querySelectorAll<HTMLElement>('.sample-page')].map((page) => ({
    page,
    site: page.dataset['site'] ?? '',
    kinds: page.dataset['kinds']?.split(' ') ?? [],
    reasons: page.dataset['reasons']?.split(' ') ?? [],
    text: folded(page.textContent),
  }));
  const show = (): void => {
    const wanted = new FormData(form);
    const asked = (name: string): string => {
      const value = wanted.get(name);
      return typeof value === 'string' ? value : '';
    };
    const [words, site, kind, reason] = [
      folded(asked('words')),
      asked('site'),
      asked('kind'),
      asked('reason'),
    ];
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
    status.textContent = `${shown} of ${pages.length} pages shown`;
  };
  form.addEventListener('input', show);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.hidden = false;
  show();
}

const marks = /[\p{Mn}\u0640]/gu;
const spaces = /\s+/gu;

/** Text as it is searched: case, marks on letters, tatweel and runs of white space make no difference. */
function folded(text: string): string {
  return text.normalize('NFKD').toLowerCase().replace(marks, '').replace(spaces, ' ').trim();
}
