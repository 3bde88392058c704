// Public pages.
export function PublicPages() {
  return <div />;
}
