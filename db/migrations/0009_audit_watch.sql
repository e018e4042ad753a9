-- What the data protection officer looks at each morning is rare among hundreds of millions of entries.
create index entry_watch on audit.entry (education_provider_id, at) where outcome = 'denied' or action = 'person.revealProtectedContact';
