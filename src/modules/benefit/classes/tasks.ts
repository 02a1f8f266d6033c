/** Tasks about the class programme of a unit's month; their source is the unit, their detail names the month. */
export const programmeTasks = "class-programme";
