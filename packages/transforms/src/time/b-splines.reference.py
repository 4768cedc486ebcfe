"""B-splines on knots whose ends are repeated, by scipy's BSpline.design_matrix.

    python b-splines.reference.py > b-splines.reference.json
"""

import json

import numpy as np
import scipy
from scipy.interpolate import BSpline

cases = []
for periods, knots, degree in ((12, [0, 11], 3), (20, [0, 4, 5.5, 12, 19], 3), (20, [0, 6, 13, 19], 1), (15, [0, 7, 14], 2)):
    ends = np.concatenate([np.repeat(knots[0], degree), knots, np.repeat(knots[-1], degree)]).astype(float)
    matrix = BSpline.design_matrix(np.arange(periods, dtype=float), ends, degree).toarray()
    cases.append({"periods": periods, "knots": knots, "degree": degree, "columns": matrix.T.tolist()})
print(json.dumps({"source": f"scipy {scipy.__version__}: b-splines.reference.py", "cases": cases}))
