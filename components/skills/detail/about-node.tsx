"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useModel } from "@/components/skills/tree/model-context";
import { useFormats } from "@/components/ui/formats-provider";
import { Skeleton } from "@/components/ui/skeleton";
import { nodeQuery } from "@/lib/skills/taxonomy-queries";
import type { TaxonomyNode } from "@/lib/skills/tree/node";
import { CommentList } from "./comment-list";
import { DetailPart } from "./detail-parts";
import { SourceText } from "./source-text";

const whatWords = { added: "Added", changed: "Changed", removed: "Taken out" };

/** What was said about a node, when it changed and where it came from. */
export function AboutNode({ node, commenting }: { node: TaxonomyNode; commenting: boolean }) {
  const formats = useFormats();
  const { inForce } = useModel();
  const { data, isError } = useQuery(nodeQuery(node.id));
  return (
    <>
      {commenting ? (
        <DetailPart title="Comments">
          {data ? <CommentList nodeId={node.id} comments={data.comments} /> : null}
          {isError ? (
            <p className="text-table text-ink-2">Comments could not be loaded. They are safe; try again later.</p>
          ) : null}
          {data || isError ? null : <Skeleton className="h-10" />}
        </DetailPart>
      ) : null}
      <DetailPart title="History">
        <ul className="space-y-1 text-table">
          {data?.history.map((version) => (
            <li key={version.number}>
              <Link className="link" href={`/skills/versions/${version.number}`}>
                Version {version.number}
              </Link>
              , {formats.date(version.publishedAt)}: {whatWords[version.what].toLowerCase()}
              {version.publishedBy ? ` by ${version.publishedBy}` : ""}
              <span className="block text-ink-3">{version.note}</span>
            </li>
          ))}
        </ul>
        {data?.history.length === 0 ? (
          <p className="text-table text-ink-2">
            {inForce.has(node.id) ? "Unchanged since versions were kept." : "Not in force yet."}
          </p>
        ) : null}
        {"source" in node && node.source ? <SourceText source={node.source} /> : null}
      </DetailPart>
    </>
  );
}
