import { np, py } from "tf1-compat";
const [Y, X]: any = np.mgrid.at(py.slice(-1.2, 1.2, 0.2), py.slice(-2, 0.6, 0.1));
py.print(Y.shape, X.dtype);
const Z: any = py.add(X, py.mul({ re: 0, im: 1 }, Y));
py.print(Z.dtype, Z.at(0, 0), py.mul({ re: 0, im: 1 }, Y).at(0,0));
