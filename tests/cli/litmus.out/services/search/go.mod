module shop/search
