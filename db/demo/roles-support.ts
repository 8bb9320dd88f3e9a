import { type RoleSource, task } from "./role-source";

export const maintenance: RoleSource = {
  code: "49-9071.00",
  tasks: [
    task("20671", "Perform routine maintenance", "routine", "medium", 40, 5, 4),
    task("3024", "Test machinery to diagnose machine malfunctions", "complex", "high", 50, 4, 5),
    task("20672", "Repair machines, equipment, or structures", "applied", "high", 75, 4, 5),
    task("3023", "Diagnose mechanical problems", "complex", "medium", 45, 4, 4),
    task("3025", "Record type and cost of maintenance", "routine", "low", 8, 4, 2),
  ],
  behaviours: [
    ["3024", "Troubleshooting", "judgment", 4, "Reproduces the fault before replacing a part"],
    ["3023", "Troubleshooting", "knowledge", 4, "Reads the fault history of the machine before opening it"],
    ["3024", "Troubleshooting", "fluency", 4, "Changes one thing at a time and tests after each"],
    ["20671", "Equipment Maintenance", "fluency", 4, "Locks out and tags the machine before touching it"],
    ["20671", "Equipment Maintenance", "knowledge", 3, "Follows the lubrication plan of the maker"],
    ["3025", "Equipment Maintenance", "fluency", 3, "Closes the work order with cause, action and time spent"],
    ["20672", "Repairing", "fluency", 4, "Tightens to the torque in the manual with a calibrated wrench"],
    ["20672", "Repairing", "judgment", 3, "Runs the machine under load before handing it back"],
    ["3023", "Repairing", "judgment", 3, "Tells the operator what to watch for after a repair"],
  ],
};

export const stockers: RoleSource = {
  code: "53-7065.00",
  tasks: [
    task("23873", "Read orders to ascertain catalog numbers and quantities", "routine", "medium", 4, 5, 4),
    task("23872", "Obtain merchandise from bins or shelves", "routine", "low", 8, 5, 4),
    task("23878", "Receive and count stock items", "applied", "medium", 25, 4, 4),
    task("23875", "Store items in an orderly and accessible manner", "applied", "medium", 15, 4, 3),
    task("23876", "Inspect stock items for wear or defects", "complex", "high", 12, 3, 5),
  ],
  behaviours: [
    [
      "23873",
      "Reading Comprehension",
      "fluency",
      4,
      "Reads the last four digits of the part number aloud when picking",
    ],
    ["23872", "Reading Comprehension", "fluency", 3, "Scans the bin before the item"],
    ["23873", "Reading Comprehension", "judgment", 3, "Asks before substituting an item"],
    ["23878", "Monitoring", "fluency", 4, "Counts before looking at the expected quantity"],
    ["23875", "Monitoring", "judgment", 3, "Moves slow stock out of the reach zone"],
    ["23876", "Monitoring", "judgment", 4, "Sets damaged goods aside with a red tag and a reason"],
    ["23876", "Coordination", "fluency", 3, "Tells the receiving team about damage before the lorry leaves"],
    ["23875", "Coordination", "fluency", 3, "Announces a changed location to the next shift"],
    ["23878", "Coordination", "knowledge", 3, "Matches delivery note and order before signing"],
  ],
};

export const supervisors: RoleSource = {
  code: "51-1011.00",
  tasks: [
    task(
      "8457",
      "Observe work to ensure that operators conform to processing standards",
      "applied",
      "medium",
      20,
      5,
      5,
    ),
    task("20154", "Conduct employee training in work and safety procedures", "complex", "high", 45, 3, 5),
    task("21207", "Evaluate employee performance", "complex", "medium", 40, 2, 4),
    task("8454", "Plan and establish work schedules", "applied", "low", 30, 4, 4),
    task("8458", "Confer with subordinates to resolve worker problems", "complex", "medium", 25, 3, 4),
  ],
  behaviours: [
    [
      "8457",
      "Management of Personnel Resources",
      "fluency",
      4,
      "Watches one job a day from start to end without stepping in",
    ],
    [
      "21207",
      "Management of Personnel Resources",
      "judgment",
      4,
      "Describes what was seen before saying what it means",
    ],
    [
      "20154",
      "Management of Personnel Resources",
      "fluency",
      3,
      "Agrees one practice step and returns to it within a week",
    ],
    ["8458", "Active Listening", "judgment", 4, "Asks for the colleague's own view before giving a verdict"],
    ["21207", "Active Listening", "fluency", 3, "Writes down what was agreed in the colleague's words"],
    ["8458", "Active Listening", "judgment", 3, "Raises a concern within two working days"],
    ["8454", "Coordination", "knowledge", 3, "Plans a second qualified person for every critical station"],
    ["8454", "Coordination", "fluency", 3, "Publishes the rota two weeks ahead"],
    ["8457", "Coordination", "judgment", 4, "Settles a conflict between stations at the start of the shift"],
  ],
};
