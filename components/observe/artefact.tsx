/** A link only where it leads to the web or to a review; what else was written is shown as it is. */
export function Artefact({ text }: { text: string }) {
  const isReview = /^\/reviews\/[\w-]+\/[\w-]+$/.test(text);
  const isWeb = /^https?:\/\//i.test(text) && URL.canParse(text);
  if (!isReview && !isWeb) return <p className="text-table text-ink-2">{text}</p>;
  return (
    <a
      className="link block text-table break-all"
      href={text}
      {...(isWeb ? { target: "_blank", rel: "noreferrer noopener" } : {})}
    >
      {isReview ? "The review" : text}
    </a>
  );
}
