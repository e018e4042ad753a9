-- Did a person end or change the row last, rather than an import? Then no import may bring it back. A change without a source was
-- made by hand in the database.
create or replace function exchange.is_closed_by_school(provider uuid, entity uuid, row_source text) returns boolean language sql stable parallel safe as $$
  select coalesce((
    select coalesce(h.source, 'manual') from platform.row_history h
    where h.education_provider_id = provider and h.row_id = entity order by h.row_history_id desc limit 1), row_source)
  not in ('oneroster', 'spreadsheet', 'population-register', 'organisation-service')
$$;

-- Did anyone but the source itself end or change the row last?
create or replace function exchange.is_closed_by_other(provider uuid, entity uuid, row_source text, own_source text) returns boolean language sql stable parallel safe as $$
  select coalesce((
    select coalesce(h.source, 'manual') from platform.row_history h
    where h.education_provider_id = provider and h.row_id = entity order by h.row_history_id desc limit 1), row_source) <> own_source
$$;
