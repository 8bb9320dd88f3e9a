/** What the server said against a form as a whole. */
export function SaveError({ message }: { message: string | null }) {
  return <div role="alert">{message ? <p className="font-medium text-worse">{message}</p> : null}</div>;
}
