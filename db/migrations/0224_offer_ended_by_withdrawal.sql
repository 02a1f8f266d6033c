-- R-REC-04: who withdraws while a place is offered to them ends the offer and declines nothing: taken back, they wait where they waited.
alter table reserve_answer drop constraint reserve_answer_known;
-- What a withdrawal wrote until now bears its instant, and nobody answers an offer and withdraws in one act.
update reserve_answer a set answer = 'WITHDREW' from reserve_offer o, candidate_withdrawal w
  where a.answer = 'DECLINED' and o.organisation_id = a.organisation_id and o.id = a.offer_id
    and w.organisation_id = o.organisation_id and w.candidate_id = o.candidate_id and w.recorded_at = a.recorded_at;
alter table reserve_answer
  add constraint reserve_answer_known check (answer in ('TAKEN', 'DECLINED', 'NO_ANSWER', 'WITHDRAWN_BY_US', 'WITHDREW'));
