-- What devices of those who are there when people come hold of the open offer: `register.session` tells of its classes already.
call follow('offer_visit', 'offer.person', 'person_id');
call follow('unit', 'offer.unit', 'id');
