-- The time of a page's last rating is read whenever one is added: found without reading the page's ratings.
DROP INDEX listening_rating_session;
CREATE INDEX listening_rating_session ON listening_rating (session_id, page, created_at);
