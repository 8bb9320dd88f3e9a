import fc from "fast-check";
import { expect, test } from "vitest";
import { assemblers, inspectors, machinists } from "@/db/demo/roles-production";
import { billing, customerService, sales } from "@/db/demo/roles-service";
import { maintenance, stockers, supervisors } from "@/db/demo/roles-support";
import { blank, hasBlank } from "./blank";
import { checkWording } from "./check-wording";

const written = [
  assemblers,
  inspectors,
  machinists,
  billing,
  customerService,
  sales,
  maintenance,
  stockers,
  supervisors,
].flatMap(({ behaviours }) => behaviours.map(([, , , , statement]) => statement));

test("every behaviour of the demo organisation can be seen", () => {
  expect(written.length).toBeGreaterThan(70);
  expect(written.flatMap((statement) => checkWording(statement).map(({ reason }) => [statement, reason]))).toEqual([]);
});

test.each([
  "Shows the customer the clause before asking for a signature",
  "Has a second person read the set-up aloud",
  "Hands the key to the next shift in person",
  "Answers within two hours, or says when the answer will come",
  "Names the products and services the customer uses",
  "Compares terms and conditions with the last contract",
  "Greets the customer by name and repeats it when saying goodbye",
  "Tells the customer what is not covered before taking the payment",
  "Responds promptly to a fault report, within 15 minutes",
  "Knowingly overstates nothing in the offer",
  "Managers are told the cause before the meeting",
  "Canvasses two neighbouring teams before changing the rota",
  "Willingly is not how a list is read aloud",
])("nothing is found in: %s", (statement) => {
  expect(checkWording(statement)).toEqual([]);
});

/** Statement, rule, the words it is about, what is proposed. */
const findings: [string, string, string, string | null][] = [
  [
    "Understands the refund policy",
    "knowledge",
    "Understands",
    "States which part of the refund policy applies before […]",
  ],
  [
    "Fully understands the refund policy",
    "knowledge",
    "Fully understands",
    "States which part of the refund policy applies before […]",
  ],
  ["Knows the products", "knowledge", "Knows", "States which part of the products applies before […]"],
  ["Understands how the valve works", "knowledge", "Understands", "Explains how the valve works when […]"],
  [
    "Is aware of the safety rules",
    "knowledge",
    "Is aware of",
    "States which part of the safety rules applies before […]",
  ],
  ["Is familiar with the CRM", "knowledge", "Is familiar with", "States which part of the CRM applies before […]"],
  ["Realises when a customer is unhappy", "knowledge", "Realises", "Explains when a customer is unhappy when […]"],
  [
    "Has a good understanding of the market",
    "knowledge",
    "Has a good understanding of",
    "States which part of the market applies before […]",
  ],
  [
    "Demonstrates knowledge of the tax rules",
    "knowledge",
    "Demonstrates knowledge of",
    "States which part of the tax rules applies before […]",
  ],
  ["Shows awareness of risks", "knowledge", "Shows awareness of", "States which part of risks applies before […]"],
  ["Knowledge of the tax rules", "knowledge", "Knowledge of", "States which part of the tax rules applies before […]"],
  [
    "Good understanding of pricing rules",
    "knowledge",
    "Good understanding of",
    "States which part of pricing rules applies before […]",
  ],
  ["Considers the risk of a late delivery", "thinking", "Considers", "Names the risk of a late delivery before […]"],
  ["Recognises signs of fraud", "thinking", "Recognises", "Points out signs of fraud when […]"],
  ["Is able to negotiate a price", "ability", "Is able to", "Negotiates a price"],
  ["Has the ability to carry a message", "ability", "Has the ability to", "Carries a message"],
  ["Can reset the machine", "ability", "Can", "Resets the machine"],
  ["Should log the call", "ability", "Should", "Logs the call"],
  ["Knows how to process a refund", "ability", "Knows how to", "Processes a refund"],
  ["Tries to solve the fault alone", "ability", "Tries to", "Solves the fault alone"],
  ["Remembers to lock the cabinet", "ability", "Remembers to", "Locks the cabinet"],
  ["Is capable of resolving a dispute", "ability", "Is capable of", "Resolves a dispute"],
  ["Is responsible for closing the books", "ability", "Is responsible for", "Closes the books"],
  ["Is capable of fleebing a dispute", "ability", "Is capable of", null],
  ["Believes in the product", "attitude", "Believes in", "Does […] when it comes to the product"],
  ["Values the customer's time", "attitude", "Values", "Does […] when it comes to the customer's time"],
  ["Appreciates different opinions", "attitude", "Appreciates", "Does […] when it comes to different opinions"],
  ["Is proactive with customers", "attitude", "Is proactive", "Does […] when […], as somebody who is proactive would"],
  ["Is a team player", "attitude", "Is a team player", "Does […] when […], as somebody who is a team player would"],
  [
    "Has a positive attitude",
    "attitude",
    "Has a positive attitude",
    "Does […] when […], as somebody who has a positive attitude would",
  ],
  [
    "Takes ownership of problems",
    "attitude",
    "Takes ownership",
    "Does […] when […], as somebody who takes ownership would",
  ],
  [
    "Demonstrates empathy towards callers",
    "attitude",
    "Demonstrates empathy",
    "Does […] when […], as somebody who demonstrates empathy would",
  ],
  [
    "Has good communication skills",
    "quality",
    "Has good communication skills",
    "Does […] when […], as somebody who has good communication skills would",
  ],
  [
    "Has good relations with suppliers",
    "quality",
    "Has good",
    "Does […] when […], as somebody with relations with suppliers would",
  ],
  ["Does not interrupt the customer", "negation", "Does not", "Does […] instead of interrupting the customer"],
  ["Never shares a password", "negation", "Never", "Does […] instead of sharing a password"],
  ["Avoids sharing a password", "negation", "Avoids", "Does […] instead of sharing a password"],
  ["Avoids jargon with customers", "negation", "Avoids", "Does […] instead of jargon with customers"],
  ["Fails to log a call", "negation", "Fails to", "Does […] instead of logging a call"],
  ["Is not late for the shift", "negation", "Is not", "Does […] instead"],
  ["Ensures that the data is complete", "outcome", "Ensures that", "Does […] so that the data is complete"],
  ["Ensures data quality", "outcome", "Ensures", "Does […] for data quality"],
  ["Handles complaints from customers", "vague verb", "Handles", "Does […] with complaints from customers when […]"],
  ["Communicates effectively with customers", "no criterion", "effectively", "Communicates with customers so that […]"],
  ["Appropriately escalates a complaint", "no criterion", "Appropriately", "Escalates a complaint so that […]"],
  ["Answers the caller in a friendly manner", "no criterion", "in a friendly manner", "Answers the caller so that […]"],
  ["Replies promptly to a complaint", "no criterion", "promptly", "Replies to a complaint within […]"],
  ["Often asks for feedback", "vague quantity", "Often", "Asks for feedback every […]"],
  ["Checks the stock on a regular basis", "vague quantity", "on a regular basis", "Checks the stock every […]"],
  ["Compares several sources before deciding", "vague quantity", "several", "Compares […] sources before deciding"],
  ["Asks a colleague as needed", "vague quantity", "as needed", "Asks a colleague when […]"],
  ["Checks name, address, date etc.", "vague quantity", " etc.", "Checks name, address, date"],
  ["Greets the customer and updates the record", "several behaviours", "and updates", "Greets the customer"],
  ["Logs the fault as well as informs the supervisor", "several behaviours", "as well as informs", "Logs the fault"],
  ["Checks the order. Calls the customer", "several sentences", ".", "Checks the order"],
  ["Customer focus", "length", "Customer focus", null],
  [
    "Reads the order and the drawing and the last three notes of the shift before and the list of open faults of the machine before it is started by anybody",
    "length",
    "Reads the order and the drawing and the last three notes of the shift before and the list of open faults of the machine before it is started by anybody",
    null,
  ],
];

test.each(findings)("%s: %s", (statement, rule, words, proposal) => {
  const [first, ...others] = checkWording(statement);
  expect(others).toEqual([]);
  expect(first).toMatchObject({ rule, proposal });
  expect(statement.slice(first?.start, first?.end)).toBe(
    words.trim() === words ? words : statement.slice(first?.start, first?.end),
  );
});

test("each fault of a statement is told where it stands, in the order of the text", () => {
  const statement = "Understands several rules and often applies them appropriately";
  expect(checkWording(statement).map(({ start, end }) => statement.slice(start, end))).toEqual([
    "Understands",
    "several",
    "often",
    "appropriately",
  ]);
});

test("a proposal that is not for a person to fill in can be seen itself", () => {
  for (const [statement] of findings) {
    for (const { proposal } of checkWording(statement)) {
      if (proposal !== null && !hasBlank(proposal)) expect([proposal, checkWording(proposal)]).toEqual([proposal, []]);
    }
  }
});

test("whatever is written, what is found lies within it, without overlaps", () => {
  const words = findings.flatMap(([statement]) => statement.split(" "));
  const statement = fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 12 })), { maxLength: 20 });
  fc.assert(
    fc.property(statement, (parts) => {
      const text = parts.join(" ");
      let last = 0;
      for (const { start, end, proposal } of checkWording(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(proposal).not.toBe(text);
        last = end;
      }
    }),
  );
});

test("a blank is told from what is written", () => {
  expect(hasBlank(`Does ${blank} when the lorry leaves`)).toBe(true);
  expect(hasBlank("Signs the list [of parts] before the lorry leaves")).toBe(false);
});
