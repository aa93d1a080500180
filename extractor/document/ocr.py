"""stub"""
REMEDY = "install"
def engine(): return None
