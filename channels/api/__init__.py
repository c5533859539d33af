"""Events and deliveries over REST, to read. Changes are made by people."""
