"""Files of the project's own making, in the forms that the readers are tested on."""
