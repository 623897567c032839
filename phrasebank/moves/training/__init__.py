"""How the model of moves is made and scored from labelled speeches; nothing here is needed to mine."""
