type RejectedLinkProps = { batchId: string; fileName: string; rejected: number; brief?: boolean };

/** A plain link: the browser downloads it, also without scripts. */
export function RejectedLink({ batchId, fileName, rejected, brief = false }: RejectedLinkProps) {
  const count = rejected.toLocaleString("en-GB");
  const all = rejected === 1 ? "the rejected row" : `${count} rejected rows`;
  const text = brief ? `${count} as CSV` : `Download ${all}`;
  return (
    <a
      href={`/api/imports/batches/${batchId}/rejected`}
      className="link"
      aria-label={brief ? `${text}: download ${all} of ${fileName}` : `${text} of ${fileName}`}
      download
    >
      {text}
    </a>
  );
}
