/** A picture in a comment is fetched once somebody asks for it: until then its server learns of nobody. */
export function showPictures(): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.picture') : null;
    if (link === null || link.querySelector('img') !== null) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || !link.href.startsWith('https:')) return;
    event.preventDefault();
    const words = link.textContent;
    const picture = document.createElement('img');
    Object.assign(picture, { alt: words, decoding: 'async', loading: 'lazy', referrerPolicy: 'no-referrer' });
    picture.addEventListener('error', () => {
      // From now on a link like others.
      link.classList.remove('picture');
      link.replaceChildren(words);
    });
    link.replaceChildren(picture);
    picture.src = link.href;
  });
}
