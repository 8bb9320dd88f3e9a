type RejectedLinkProps = { batchId: string; fileName: string; rejected: number; brief?: boolean };

/** A plain link: the browser downloads it, also without scripts. */
export function RejectedLink({ batchId, fileName, rejected, brief = false }: RejectedLinkProps) {
  const count = rejected.toLocaleString("en-GB");
  return (
    <a href={`/api/imports/batches/${batchId}/rejected`} className="link" download>
      {brief ? (
        <>
          <span className="sr-only">Download </span>
          {count}
          <span className="sr-only"> rejected</span> as CSV
        </>
      ) : (
        `Download ${rejected === 1 ? "the rejected row" : `${count} rejected rows`}`
      )}
      <span className="sr-only"> of {fileName}</span>
    </a>
  );
}
