-- A month of registers that is not locked is approved only with a word why, by who approves it (R-CIS-22, ADR 0041).
alter table benefit_list_decision drop constraint benefit_list_sent_back_for_a_reason;
alter table benefit_list_decision add constraint benefit_list_sent_back_for_a_reason check (decision = 'APPROVED' or sealed is not null);
