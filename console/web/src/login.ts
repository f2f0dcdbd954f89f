/** Only our own pages are led to after a login; whatever else stands in the address leads to the first page. */
export function ownPage(next: string | undefined): string {
  return next && /^\/(?![/\\])[\w\-/.~%?=&+,:]*$/.test(next) && !next.startsWith('/login') ? next : '/';
}
