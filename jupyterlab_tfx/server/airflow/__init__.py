"""A client of Airflow's REST API: what it knows of a pipeline's runs, for the browser."""
