"""Files for office programs: tables as values (book), written for a spreadsheet (xlsx) or as text with separators (csv_file).

Not here: what a report counts, what a list holds, and paper (ui/kit/paper.py), which needs fonts.
"""
