"""The dashboard («Evaluation → Overview»): figures in tiles and charts, each of which opens the list behind it.

``pane`` lays out and asks, ``choice`` is what is asked for, ``words`` turns the answer into figures, ``tiles`` and ``card`` show them,
``cases`` is the list behind a figure, ``pages`` the dashboard on paper. The charts themselves are the kit's.
"""
