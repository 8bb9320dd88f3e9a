import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { exchangeRates } from "@/db/schema/money";
import { organisations } from "@/db/schema/organisations";
import { DomainError } from "@/lib/errors";
import { parseOrThrow } from "@/lib/server/public-error";
import { command, query } from "@/lib/server/tenant-access";
import { type EnterRate, enterRateInput, type RemoveRate, removeRateInput } from "./case-input";

export type Rate = {
  id: string;
  currency: string;
  validFrom: string;
  rate: number;
  source: string;
  enteredBy: string | null;
  /** Costs it converts. */
  costs: number;
};

/** Rates as entered, and costs no rate reaches; `own` is the organisation's currency. */
export type RateBook = {
  own: string;
  rates: Rate[];
  without: { currency: string; costs: number; earliest: string | null }[];
};

/** The organisation's exchange rates, the newest first, with what they are used for. */
export const readRates = query("roi.read", async (tx, _: null, { orgId }): Promise<RateBook> => {
  const [organisation] = await tx
    .select({ own: organisations.currency })
    .from(organisations)
    .where(eq(organisations.id, orgId));
  const { rows: rates } = await tx.execute<Rate>(sql`
    select r.id, r.currency, r.valid_from::text as "validFrom", r.rate, r.source, u.name as "enteredBy",
      (select count(*)::int from costs c where c.org_id = r.org_id and c.currency = r.currency and c.spent_on >= r.valid_from
        and not exists (select from exchange_rates n where n.org_id = r.org_id and n.currency = r.currency
          and n.valid_from > r.valid_from and n.valid_from <= c.spent_on)) as costs
    from exchange_rates r left join users u on u.org_id = r.org_id and u.id = r.entered_by
    where r.org_id = ${orgId} order by r.currency, r.valid_from desc`);
  const { rows: without } = await tx.execute<RateBook["without"][number]>(sql`
    select c.currency, count(*)::int as costs, min(c.spent_on)::text as earliest
    from costs c join organisations o on o.id = c.org_id
    where c.org_id = ${orgId} and c.currency <> o.currency and not exists (
      select from exchange_rates r where r.org_id = c.org_id and r.currency = c.currency and r.valid_from <= c.spent_on)
    group by c.currency order by c.currency`);
  return { own: organisation?.own ?? "EUR", rates, without };
});

/**
 * Enters what one unit of a currency is worth from a day on; a second one of the same day replaces the first. Throws `invalid-input` for the
 * organisation's own currency.
 */
export const enterRate = command(
  "rate.edit",
  async (tx, raw: EnterRate, { orgId, userId }, trace): Promise<{ id: string }> => {
    const input = parseOrThrow(enterRateInput, raw);
    const [organisation] = await tx
      .select({ own: organisations.currency })
      .from(organisations)
      .where(eq(organisations.id, orgId));
    if (organisation?.own === input.currency) {
      const message = `${input.currency} is your own currency`;
      throw new DomainError("invalid-input", message, { currency: [message] });
    }
    const [before] = await tx
      .select({ rate: exchangeRates.rate })
      .from(exchangeRates)
      .where(
        and(
          eq(exchangeRates.orgId, orgId),
          eq(exchangeRates.currency, input.currency),
          eq(exchangeRates.validFrom, input.validFrom),
        ),
      );
    const { rate, source } = input;
    const [row] = await tx
      .insert(exchangeRates)
      .values({ ...input, orgId, enteredBy: userId })
      .onConflictDoUpdate({
        target: [exchangeRates.orgId, exchangeRates.currency, exchangeRates.validFrom],
        set: { rate, source, enteredBy: userId },
      })
      .returning({ id: exchangeRates.id });
    if (!row) throw new Error("The rate was not written");
    trace.subject = row.id;
    trace.detail = {
      change: "rate entered",
      currency: input.currency,
      from: input.validFrom,
      was: before?.rate ?? null,
      is: rate,
    };
    return row;
  },
);

/**
 * Takes a rate away; costs of its days go by the one before it, or by none. Throws `not-found`, and `conflict` where somebody entered another one for its
 * day meanwhile.
 */
export const removeRate = command("rate.edit", async (tx, raw: RemoveRate, { orgId }, trace): Promise<void> => {
  const { id, rate } = parseOrThrow(removeRateInput, raw);
  const own = and(eq(exchangeRates.orgId, orgId), eq(exchangeRates.id, id));
  const [found] = await tx.select().from(exchangeRates).where(own).for("update");
  if (!found) throw new DomainError("not-found", "This rate is not there any more");
  if (found.rate !== rate) {
    throw new DomainError("conflict", "Somebody else has changed this rate. Look again; nothing was removed");
  }
  await tx.delete(exchangeRates).where(own);
  trace.subject = id;
  trace.detail = {
    change: "rate removed",
    currency: found.currency,
    from: found.validFrom,
    was: found.rate,
    source: found.source,
  };
});
