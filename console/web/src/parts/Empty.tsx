/** Says in a quiet box that there is nothing to show, why, and what may be done. */
export function Empty({ title, hint, children }: { title: string; hint?: string; children?: React.ReactNode }) {
  return (
    <div className="surface empty" role="status">
      <strong>{title}</strong>
      {hint ? (
        <p className="quiet" style={{ margin: '0.4rem 0 0' }}>
          {hint}
        </p>
      ) : null}
      {children ? <div style={{ marginTop: '1rem' }}>{children}</div> : null}
    </div>
  );
}
