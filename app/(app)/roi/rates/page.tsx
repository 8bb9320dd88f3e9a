import type { Metadata } from "next";
import { RateForm } from "@/components/roi/case/rate-form";
import { RatesTable } from "@/components/roi/case/rates-table";
import { RoiTabs } from "@/components/roi/case/roi-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { may } from "@/lib/access/policy";
import { readRates } from "@/lib/roi/case/rates";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";

export const metadata: Metadata = { title: "Exchange rates" };

export default async function RatesPage() {
  const viewer = await viewerFor("roi.read");
  const [book, formats] = await Promise.all([readRates(viewer, null), viewerFormats()]);
  const mayEdit = may(viewer.roles, "rate.edit");
  const today = new Date().toISOString().slice(0, 10);
  return (
    <>
      <PageHeader
        title="Exchange rates"
        lead={`What a unit of another currency is worth in ${book.own}, from a day on. Nothing is looked up and nothing is guessed: a cost without a rate is left out and named.`}
      />
      <RoiTabs current="/roi/rates" />
      {book.without.length > 0 ? (
        <Section title="Costs that wait for a rate" id="without">
          <ul className="space-y-3">
            {book.without.map(({ currency, costs, earliest }) => (
              <li key={currency} className="flex flex-wrap items-center gap-x-4 gap-y-1">
                <span>
                  {formats.number(costs)} {costs === 1 ? "cost" : "costs"} in {currency}
                  {earliest ? `, the first on ${formats.shortDate(earliest)}` : ", without a day"}
                </span>
                {mayEdit ? (
                  <span className="screen-only">
                    <RateForm own={book.own} today={earliest ?? today} currency={currency} />
                  </span>
                ) : null}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section title="Rates" id="rates" actions={mayEdit ? <RateForm own={book.own} today={today} /> : null}>
        <RatesTable book={book} mayEdit={mayEdit} />
      </Section>
    </>
  );
}
