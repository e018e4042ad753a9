-- A term or period is called something in each language. The program of the version before goes on writing `name` alone: what
-- stands in `names` is what somebody said on purpose, the rest is read by core_data.names_of_period.
alter table core_data.teaching_period add column names jsonb check (jsonb_typeof(names) = 'object');
