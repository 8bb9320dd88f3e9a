import { type RoleSource, task } from "./role-source";

export const customerService: RoleSource = {
  code: "43-4051.00",
  tasks: [
    task("18565", "Provide information about products or services", "routine", "low", 7, 5, 5),
    task("2579", "Resolve customers' service or billing complaints by refunding money", "complex", "high", 19, 4, 5),
    task("2578", "Keep records of customer interactions", "routine", "medium", 5, 5, 5),
    task(
      "2580",
      "Check that appropriate changes were made to resolve customers' problems",
      "applied",
      "medium",
      9,
      4,
      4,
    ),
    task("2582", "Refer unresolved customer grievances to designated departments", "complex", "high", 14, 3, 4),
    task("2583", "Determine charges for services requested", "applied", "medium", 11, 4, 4),
  ],
  behaviours: [
    [
      "2579",
      "Service Orientation",
      "judgment",
      4,
      "Repeats the customer's problem in their own words before offering a fix",
    ],
    ["2579", "Service Orientation", "knowledge", 4, "Names the refund rule that applies before promising an amount"],
    [
      "2580",
      "Service Orientation",
      "fluency",
      4,
      "Confirms with the customer that the change worked before closing the contact",
    ],
    ["18565", "Service Orientation", "judgment", 3, "Offers the next useful step without being asked"],
    ["2579", "Active Listening", "judgment", 4, "Lets the customer finish before asking the first question"],
    ["18565", "Active Listening", "fluency", 3, "Asks one open question before searching for an answer"],
    [
      "2578",
      "Active Listening",
      "fluency",
      4,
      "Writes the note so that a colleague could continue without calling back",
    ],
    [
      "2582",
      "Complex Problem Solving",
      "judgment",
      4,
      "Separates what is known from what is assumed before escalating",
    ],
    [
      "2582",
      "Complex Problem Solving",
      "knowledge",
      3,
      "Sends an escalation with order, history and attempted fixes attached",
    ],
    [
      "2583",
      "Complex Problem Solving",
      "knowledge",
      4,
      "Checks contract, usage and earlier credits before stating a charge",
    ],
  ],
};

export const sales: RoleSource = {
  code: "41-4012.00",
  tasks: [
    task("8113", "Answer customers' questions about products, prices and credit terms", "routine", "low", 15, 5, 3),
    task("8114", "Recommend products to customers", "applied", "medium", 30, 4, 4),
    task("8116", "Quote prices, credit or contract terms", "applied", "high", 45, 4, 5),
    task("8115", "Demonstrate products and solicit orders", "applied", "medium", 55, 3, 4),
    task("20268", "Negotiate details of contracts and payments", "complex", "high", 70, 3, 5),
    task("8117", "Consult with clients after contract signings to resolve problems", "complex", "medium", 40, 2, 4),
  ],
  behaviours: [
    ["20268", "Negotiation", "judgment", 4, "Trades a concession for something in return instead of giving it away"],
    ["20268", "Negotiation", "knowledge", 4, "States the walk-away point in the preparation sheet before the meeting"],
    ["8116", "Negotiation", "fluency", 4, "Stays silent after naming the price"],
    ["20268", "Negotiation", "judgment", 3, "Names the other side's interest before answering their demand"],
    ["8114", "Persuasion", "judgment", 4, "Links the recommendation to a number the customer gave"],
    ["8115", "Persuasion", "fluency", 3, "Shows the customer's own case in the demonstration"],
    ["8116", "Persuasion", "knowledge", 4, "Presents two options with their total cost side by side"],
    ["8113", "Active Listening", "fluency", 4, "Summarises the customer's need before naming a product"],
    ["8117", "Active Listening", "judgment", 3, "Asks what changed since signing before proposing a remedy"],
    ["8113", "Active Listening", "judgment", 3, "Asks who else takes part in the decision"],
  ],
};

export const billing: RoleSource = {
  code: "43-3021.00",
  tasks: [
    task("23238", "Verify accuracy of billing data", "applied", "high", 12, 5, 5),
    task("23243", "Resolve discrepancies in accounting records", "complex", "high", 28, 3, 5),
    task("23240", "Prepare itemized statements, bills, or invoices", "routine", "medium", 10, 5, 4),
    task("23246", "Keep records of invoices and support documents", "routine", "low", 6, 5, 3),
    task("23244", "Contact customers to obtain account information", "applied", "low", 11, 3, 3),
  ],
  behaviours: [
    ["23238", "Mathematics", "fluency", 4, "Recomputes one line by hand when a total looks unusual"],
    [
      "23238",
      "Mathematics",
      "knowledge",
      4,
      "Applies the tax rate of the delivery country, not of the invoice address",
    ],
    ["23240", "Mathematics", "fluency", 3, "Shows quantity, rate and amount separately on every line"],
    ["23243", "Monitoring", "judgment", 4, "Traces a difference to its first posting before correcting it"],
    ["23246", "Monitoring", "fluency", 3, "Files the supporting document on the day of the invoice"],
    ["23243", "Monitoring", "knowledge", 4, "Keeps an ageing list of open differences with an owner for each"],
    [
      "23240",
      "Reading Comprehension",
      "knowledge",
      4,
      "Checks the billing terms in the contract before the first invoice",
    ],
    [
      "23244",
      "Reading Comprehension",
      "judgment",
      3,
      "Quotes the customer's reference number when asking for information",
    ],
    ["23238", "Reading Comprehension", "judgment", 4, "Stops an invoice when order and delivery note disagree"],
  ],
};
