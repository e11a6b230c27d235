"""The streaming English recognizer: data, training, evaluation, export and packing.

Run from `models/forge`, one command a step:

    python3 -m recognizer.data       synthesise speech, features and test sets
    python3 -m recognizer.train      train for a given number of minutes
    python3 -m recognizer.evaluate   phone and character error rates on the test sets
    python3 -m recognizer.language   lexicon and n-gram language model
    python3 -m recognizer.export     checkpoint to ONNX (float16 and int8 weights)
    python3 -m recognizer.pack       write models/scoop-recognizer
"""
